output "id" {
  description = "Id of the machine."
  value       = aws_instance.this.id
}

output "instance_type" {
  description = "Type the machine has."
  value       = aws_instance.this.instance_type
}

output "private_ip" {
  description = "Private address of the machine; a change of type keeps it."
  value       = aws_instance.this.private_ip
}

output "workers" {
  description = "Worker counts and database memory that the machine is to run with, by name."
  value       = local.counts
}

output "reason" {
  description = "Why it has its size; empty if nobody recommended it."
  value       = local.size.reason
}
