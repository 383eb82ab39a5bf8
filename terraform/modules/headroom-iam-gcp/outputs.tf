output "role" {
  description = "Name of the custom role."
  value       = google_project_iam_custom_role.reader.name
}
