locals {
  size = lookup(var.instances, var.key, {
    machine_type        = var.initial_machine_type
    workers             = null
    background_workers  = null
    database_memory_mib = null
    reason              = ""
  })

  counts = {
    for name, count in {
      workers             = local.size.workers
      background-workers  = local.size.background_workers
      database-memory-mib = local.size.database_memory_mib
    } : "headroom-${name}" => tostring(count) if count != null
  }
}

# A change of machine_type stops the machine, changes it and starts it again; metadata changes while it runs. Neither
# forces a replacement.
resource "google_compute_instance" "this" {
  name                      = var.key
  machine_type              = local.size.machine_type
  zone                      = var.zone
  allow_stopping_for_update = true
  metadata                  = merge(var.metadata, local.counts)

  labels = merge(
    var.labels,
    { "headroom-key" = var.key },
    var.managed ? { "headroom-managed" = "true" } : {},
  )

  boot_disk {
    initialize_params {
      image = var.image
      size  = var.boot_disk_gib
    }
  }

  network_interface {
    subnetwork = var.subnetwork
  }

  dynamic "service_account" {
    for_each = var.service_account == null ? [] : [var.service_account]
    content {
      email  = service_account.value
      scopes = ["cloud-platform"]
    }
  }

  lifecycle {
    ignore_changes = [
      boot_disk[0].initialize_params[0].image,
      # what Headroom leaves on a machine while it changes it
      labels["headroom-op"],
      labels["headroom-epoch"],
      labels["headroom-from"],
      labels["headroom-goal"],
      labels["headroom-since"],
    ]
  }
}
