output "machine_types" {
  description = "Machine type of each machine, by key."
  value       = { for key, machine in module.machine : key => machine.machine_type }
}
