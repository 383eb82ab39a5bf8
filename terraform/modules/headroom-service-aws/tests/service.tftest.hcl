mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
    }
  }

  mock_data "aws_region" {
    defaults = {
      name = "us-east-1"
    }
  }
}

variables {
  image             = "registry.example.com/headroom:1.2.3"
  vpc_id            = "vpc-1"
  subnet_ids        = ["subnet-1", "subnet-2"]
  reader_policy_arn = "arn:aws:iam::111122223333:policy/headroom-reader"
}

run "the_database_is_private_and_encrypted_and_makes_its_own_password" {
  command = plan

  assert {
    condition     = aws_db_instance.this.storage_encrypted && !aws_db_instance.this.publicly_accessible && aws_db_instance.this.manage_master_user_password
    error_message = "The database must be private and encrypted, its password kept by Secrets Manager."
  }

  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot
    error_message = "The database must not be destroyed by accident."
  }
}

run "nobody_reaches_the_endpoint_unless_named" {
  command = plan

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.clients) == 0
    error_message = "There must be no way in."
  }
}

run "no_endpoint_if_none_is_asked_for" {
  command = plan

  variables {
    serve_count = 0
  }

  assert {
    condition     = length(aws_ecs_service.serve) == 0
    error_message = "There must be no endpoint."
  }
}

run "refuses_an_image_that_moves" {
  command = plan

  variables {
    image = "registry.example.com/headroom:latest"
  }

  expect_failures = [var.image]
}

run "refuses_a_schedule_that_is_none" {
  command = plan

  variables {
    schedule = "15 5 * * *"
  }

  expect_failures = [var.schedule]
}
