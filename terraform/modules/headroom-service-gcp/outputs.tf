output "service_account" {
  description = "E-mail address of Headroom's service account; give it the role of the module headroom-iam-gcp in every project that is read."
  value       = google_service_account.this.email
}

output "url" {
  description = "Address of the endpoint."
  value       = google_cloud_run_v2_service.serve.uri
}

output "batch_job" {
  description = "Name of the batch job."
  value       = google_cloud_run_v2_job.batch.name
}
