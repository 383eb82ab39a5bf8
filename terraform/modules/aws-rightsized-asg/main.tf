locals {
  size = lookup(var.instances, var.key, {
    instance_type       = var.initial_instance_type
    workers             = null
    background_workers  = null
    database_memory_mib = null
    reason              = ""
  })

  types = concat([local.size.instance_type], lookup(var.instance_fallbacks, var.key, []))

  counts = {
    for name, count in {
      workers             = local.size.workers
      background-workers  = local.size.background_workers
      database-memory-mib = local.size.database_memory_mib
    } : "headroom:${name}" => tostring(count) if count != null
  }

  tags = merge({ Name = var.key }, var.tags, { "headroom:key" = var.key }, local.counts)
}

resource "aws_launch_template" "this" {
  name_prefix            = "${var.key}-"
  image_id               = var.ami
  instance_type          = local.size.instance_type
  vpc_security_group_ids = var.vpc_security_group_ids
  user_data              = var.user_data == null ? null : base64encode(var.user_data)
  update_default_version = true
  tags                   = var.tags

  metadata_options {
    http_endpoint          = "enabled"
    http_tokens            = "required"
    instance_metadata_tags = "enabled"
  }

  dynamic "iam_instance_profile" {
    for_each = var.iam_instance_profile == null ? [] : [var.iam_instance_profile]
    content {
      name = iam_instance_profile.value
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = local.tags
  }
}

# Another type is another version of the template: members are replaced by and by, never all at once.
resource "aws_autoscaling_group" "this" {
  name                = var.key
  min_size            = var.min_size
  max_size            = var.max_size
  vpc_zone_identifier = var.subnet_ids
  target_group_arns   = var.target_group_arns
  health_check_type   = length(var.target_group_arns) == 0 ? "EC2" : "ELB"

  mixed_instances_policy {
    instances_distribution {
      on_demand_allocation_strategy            = "prioritized"
      on_demand_percentage_above_base_capacity = 100
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.this.id
        version            = aws_launch_template.this.latest_version
      }

      dynamic "override" {
        for_each = local.types
        content {
          instance_type = override.value
        }
      }
    }
  }

  instance_refresh {
    strategy = "Rolling"
    preferences {
      min_healthy_percentage = var.min_healthy_percentage
      skip_matching          = true
    }
  }

  lifecycle {
    # scaling decides how many members there are
    ignore_changes = [desired_capacity]

    precondition {
      condition     = var.min_size <= var.max_size
      error_message = "min_size must not be more than max_size."
    }
  }
}
