output "role_arn" {
  description = "ARN of the role, for `headroom collect --account`."
  value       = aws_iam_role.reader.arn
}

output "policy_arn" {
  description = "ARN of the policy, to attach it to a role of one's own."
  value       = aws_iam_policy.reader.arn
}
