resource "google_service_account" "this" {
  project      = var.project
  account_id   = var.name
  display_name = "Headroom: batch job and endpoint"
}

resource "google_service_account" "scheduler" {
  project      = var.project
  account_id   = "${var.name}-schedule"
  display_name = "Headroom: starts the batch job"
}

locals {
  environment = merge(var.environment, {
    HEADROOM_STORE_URL  = "postgresql://${google_sql_database_instance.this.private_ip_address}:5432/${google_sql_database.this.name}?sslmode=require"
    HEADROOM_STORE_USER = google_sql_user.this.name
  })
}

resource "google_cloud_run_v2_job" "batch" {
  project  = var.project
  location = var.region
  name     = "${var.name}-batch"
  labels   = var.labels

  template {
    task_count = 1

    template {
      service_account = google_service_account.this.email
      max_retries     = 0

      vpc_access {
        network_interfaces {
          network    = var.network
          subnetwork = var.subnetwork
        }
      }

      containers {
        image = var.image
        args  = var.batch_command

        dynamic "env" {
          for_each = local.environment
          content {
            name  = env.key
            value = env.value
          }
        }

        env {
          name = "HEADROOM_STORE_PASSWORD"
          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.password.secret_id
              version = "latest"
            }
          }
        }
      }
    }
  }

  depends_on = [google_secret_manager_secret_iam_member.password]
}

resource "google_cloud_run_v2_service" "serve" {
  project  = var.project
  location = var.region
  name     = "${var.name}-serve"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
  labels   = var.labels

  template {
    service_account = google_service_account.this.email

    vpc_access {
      network_interfaces {
        network    = var.network
        subnetwork = var.subnetwork
      }
    }

    containers {
      image = var.image
      args  = var.serve_command

      ports {
        container_port = 8080
      }

      dynamic "env" {
        for_each = local.environment
        content {
          name  = env.key
          value = env.value
        }
      }

      env {
        name = "HEADROOM_STORE_PASSWORD"
        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.password.secret_id
            version = "latest"
          }
        }
      }
    }
  }

  depends_on = [google_secret_manager_secret_iam_member.password]
}

resource "google_cloud_run_v2_service_iam_member" "invoker" {
  for_each = var.invokers

  project  = var.project
  location = var.region
  name     = google_cloud_run_v2_service.serve.name
  role     = "roles/run.invoker"
  member   = each.value
}

resource "google_cloud_run_v2_job_iam_member" "scheduler" {
  project  = var.project
  location = var.region
  name     = google_cloud_run_v2_job.batch.name
  role     = "roles/run.invoker"
  member   = "serviceAccount:${google_service_account.scheduler.email}"
}

resource "google_cloud_scheduler_job" "batch" {
  project   = var.project
  region    = var.region
  name      = "${var.name}-batch"
  schedule  = var.schedule
  time_zone = var.schedule_timezone

  retry_config {
    retry_count = 2
  }

  http_target {
    http_method = "POST"
    uri         = "https://run.googleapis.com/v2/${google_cloud_run_v2_job.batch.id}:run"

    oauth_token {
      service_account_email = google_service_account.scheduler.email
    }
  }
}
