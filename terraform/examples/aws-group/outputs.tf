output "instance_types" {
  description = "Types of the members, in the order in which they are taken."
  value       = module.group.instance_types
}
