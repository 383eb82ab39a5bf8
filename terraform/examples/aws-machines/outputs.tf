output "instance_types" {
  description = "Type of each machine, by key."
  value       = { for key, machine in module.machine : key => machine.instance_type }
}

output "ids" {
  description = "Id of each machine, by key."
  value       = { for key, machine in module.machine : key => machine.id }
}

output "reasons" {
  description = "Why each machine has its size, by key."
  value       = { for key, size in var.instances : key => size.reason }
}
