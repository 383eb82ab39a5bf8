locals {
  size = lookup(var.instances, var.key, {
    instance_type       = var.initial_instance_type
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
    } : name => tostring(count) if count != null
  }

  tags = merge(
    { Name = var.key },
    var.tags,
    { "headroom:key" = var.key },
    var.managed ? { "headroom:managed" = "true" } : {},
    contains(var.carry_workers_by, "tag") ? { for name, count in local.counts : "headroom:${name}" => count } : {},
  )

  burstable = can(regex("^t[0-9]", local.size.instance_type))
}

# A change of instance_type stops the machine, changes it and starts it again: it keeps its id, its
# volumes and its private address. Nothing below that follows a recommendation forces a replacement.
resource "aws_instance" "this" {
  ami                         = var.ami
  instance_type               = local.size.instance_type
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = length(var.vpc_security_group_ids) == 0 ? null : var.vpc_security_group_ids
  key_name                    = var.key_name
  iam_instance_profile        = var.iam_instance_profile
  user_data                   = var.user_data
  user_data_replace_on_change = false
  monitoring                  = var.detailed_monitoring
  tags                        = local.tags

  metadata_options {
    http_endpoint          = "enabled"
    http_tokens            = "required"
    instance_metadata_tags = "enabled"
  }

  dynamic "credit_specification" {
    for_each = local.burstable ? [var.cpu_credits] : []
    content {
      cpu_credits = credit_specification.value
    }
  }

  dynamic "root_block_device" {
    for_each = var.root_volume == null ? [] : [var.root_volume]
    content {
      volume_size = root_block_device.value.size_gib
      volume_type = root_block_device.value.type
      encrypted   = true
    }
  }

  lifecycle {
    ignore_changes = [
      ami,
      user_data,
      # what Headroom leaves on a machine while it changes it
      tags["headroom:op"],
      tags["headroom:epoch"],
      tags["headroom:from"],
      tags["headroom:goal"],
      tags["headroom:since"],
    ]
  }
}

resource "aws_ssm_parameter" "workers" {
  count = contains(var.carry_workers_by, "parameter") && length(local.counts) > 0 ? 1 : 0

  name        = "${var.parameter_prefix}/${var.key}"
  description = "Worker counts of ${var.key} on ${local.size.instance_type}"
  type        = "String"
  value       = jsonencode(local.counts)
  tags        = var.tags

  lifecycle {
    precondition {
      condition     = can(regex("^[A-Za-z0-9_.-]+$", var.key))
      error_message = "The key is part of the parameter's name: it must have letters, digits, _, . and - alone."
    }
  }
}
