# reader.json is what `headroom iam gce --reader` prints; a test compares them.
locals {
  reader = jsondecode(file("${path.module}/reader.json"))
}

resource "google_project_iam_custom_role" "reader" {
  project     = var.project
  role_id     = var.role_id
  title       = local.reader.title
  description = local.reader.description
  stage       = local.reader.stage
  permissions = local.reader.includedPermissions
}

resource "google_project_iam_member" "reader" {
  for_each = var.members

  project = var.project
  role    = google_project_iam_custom_role.reader.name
  member  = each.value
}
