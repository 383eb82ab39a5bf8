# reader.json is what `headroom iam aws --reader` prints; a test compares them.
resource "aws_iam_policy" "reader" {
  name        = var.name
  description = "Headroom: reads machines, what they use, types; changes nothing"
  policy      = file("${path.module}/reader.json")
  tags        = var.tags
}

data "aws_iam_policy_document" "trust" {
  dynamic "statement" {
    for_each = length(var.trusted_principal_arns) == 0 ? [] : [var.trusted_principal_arns]
    content {
      actions = ["sts:AssumeRole"]

      principals {
        type        = "AWS"
        identifiers = statement.value
      }

      dynamic "condition" {
        for_each = var.external_id == null ? [] : [var.external_id]
        content {
          test     = "StringEquals"
          variable = "sts:ExternalId"
          values   = [condition.value]
        }
      }
    }
  }

  dynamic "statement" {
    for_each = length(var.trusted_services) == 0 ? [] : [var.trusted_services]
    content {
      actions = ["sts:AssumeRole"]

      principals {
        type        = "Service"
        identifiers = statement.value
      }
    }
  }
}

resource "aws_iam_role" "reader" {
  name               = var.name
  description        = "Headroom: reads machines, what they use, types; changes nothing"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = var.tags

  lifecycle {
    precondition {
      condition     = length(var.trusted_principal_arns) + length(var.trusted_services) > 0
      error_message = "Somebody must be trusted to take the role: give trusted_principal_arns or trusted_services."
    }
  }
}

resource "aws_iam_role_policy_attachment" "reader" {
  role       = aws_iam_role.reader.name
  policy_arn = aws_iam_policy.reader.arn
}
