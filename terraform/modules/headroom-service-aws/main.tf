data "aws_region" "current" {}

resource "aws_ecs_cluster" "this" {
  name = var.name
  tags = var.tags
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/headroom/${var.name}"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

locals {
  commands = {
    batch = var.batch_command
    serve = var.serve_command
  }

  environment = merge(var.environment, {
    HEADROOM_STORE_URL  = "postgresql://${aws_db_instance.this.endpoint}/${aws_db_instance.this.db_name}?sslmode=require"
    HEADROOM_STORE_USER = aws_db_instance.this.username
  })

  # the password never is in Terraform's state: RDS makes it and keeps it in Secrets Manager
  database_secret = aws_db_instance.this.master_user_secret[0].secret_arn
  secrets         = merge(var.secrets, { HEADROOM_STORE_PASSWORD = "${local.database_secret}:password::" })
}

resource "aws_ecs_task_definition" "this" {
  for_each = local.commands

  family                   = "${var.name}-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory_mib
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  tags                     = var.tags

  container_definitions = jsonencode([{
    name                   = "headroom"
    image                  = var.image
    command                = each.value
    essential              = true
    readonlyRootFilesystem = true
    environment            = [for name in sort(keys(local.environment)) : { name = name, value = local.environment[name] }]
    secrets                = [for name in sort(keys(local.secrets)) : { name = name, valueFrom = local.secrets[name] }]
    portMappings           = each.key == "serve" ? [{ containerPort = 8080, protocol = "tcp" }] : []
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp" }]

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = data.aws_region.current.name
        awslogs-stream-prefix = each.key
      }
    }
  }])

  volume {
    name = "tmp"
  }
}

resource "aws_ecs_service" "serve" {
  count = var.serve_count == 0 ? 0 : 1

  name            = "${var.name}-serve"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.this["serve"].arn
  desired_count   = var.serve_count
  launch_type     = "FARGATE"
  tags            = var.tags

  network_configuration {
    subnets         = var.subnet_ids
    security_groups = [aws_security_group.task.id]
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "load_balancer" {
    for_each = var.target_group_arn == null ? [] : [var.target_group_arn]
    content {
      target_group_arn = load_balancer.value
      container_name   = "headroom"
      container_port   = 8080
    }
  }
}

resource "aws_scheduler_schedule" "batch" {
  name                         = "${var.name}-batch"
  schedule_expression          = var.schedule
  schedule_expression_timezone = var.schedule_timezone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_ecs_cluster.this.arn
    role_arn = aws_iam_role.scheduler.arn

    ecs_parameters {
      # without a revision: the newest there is
      task_definition_arn = aws_ecs_task_definition.this["batch"].arn_without_revision
      launch_type         = "FARGATE"

      network_configuration {
        subnets         = var.subnet_ids
        security_groups = [aws_security_group.task.id]
      }
    }

    retry_policy {
      # a run that could not be started is skipped, not caught up with
      maximum_retry_attempts = 2
    }
  }
}
