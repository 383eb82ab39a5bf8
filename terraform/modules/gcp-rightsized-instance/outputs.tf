output "id" {
  description = "Number of the machine, which Headroom knows it by."
  value       = google_compute_instance.this.instance_id
}

output "machine_type" {
  description = "Machine type it has."
  value       = google_compute_instance.this.machine_type
}

output "workers" {
  description = "Worker counts and database memory that the machine is to run with, as its metadata carries them."
  value       = local.counts
}

output "reason" {
  description = "Why it has its size; empty if nobody recommended it."
  value       = local.size.reason
}
