mock_provider "aws" {}

variables {
  key                   = "web"
  initial_instance_type = "m5.xlarge"
  ami                   = "ami-0123456789abcdef0"
  subnet_id             = "subnet-1"
}

run "has_its_initial_type_until_the_variables_name_it" {
  command = plan

  assert {
    condition     = aws_instance.this.instance_type == "m5.xlarge"
    error_message = "The type must be the initial one."
  }

  assert {
    condition     = aws_instance.this.tags == tomap({ Name = "web", "headroom:key" = "web" })
    error_message = "Without an entry there are no worker counts."
  }
}

run "has_the_type_of_the_variables_and_carries_the_workers_by_tag" {
  command = plan

  variables {
    managed = true
    tags    = { Name = "front", env = "prod" }
    instances = {
      web = { instance_type = "m7i.large", workers = 9, background_workers = 0, database_memory_mib = 4096, reason = "Because." }
      db  = { instance_type = "r6a.large" }
    }
  }

  assert {
    condition     = aws_instance.this.instance_type == "m7i.large"
    error_message = "The type must be that of the variables."
  }

  assert {
    condition = aws_instance.this.tags == tomap({
      Name                           = "front"
      env                            = "prod"
      "headroom:key"                 = "web"
      "headroom:managed"             = "true"
      "headroom:workers"             = "9"
      "headroom:background-workers"  = "0"
      "headroom:database-memory-mib" = "4096"
    })
    error_message = "The tags must carry the worker counts."
  }

  assert {
    condition     = length(aws_ssm_parameter.workers) == 0
    error_message = "There is no parameter unless it is asked for."
  }

  assert {
    condition     = output.reason == "Because."
    error_message = "The reason must be shown."
  }
}

run "carries_the_workers_by_parameter" {
  command = plan

  variables {
    carry_workers_by = ["parameter"]
    instances        = { web = { instance_type = "m7i.large", workers = 9 } }
  }

  assert {
    condition     = aws_ssm_parameter.workers[0].name == "/headroom/web" && aws_ssm_parameter.workers[0].value == "{\"workers\":\"9\"}"
    error_message = "The parameter must carry the worker counts."
  }

  assert {
    condition     = !contains(keys(aws_instance.this.tags), "headroom:workers")
    error_message = "The tag is not asked for."
  }
}

run "text_in_keys_and_reasons_is_text" {
  command = plan

  variables {
    key = "$${file(\"/etc/passwd\")}\u2028\"quoted\"\n"
    instances = {
      "$${file(\"/etc/passwd\")}\u2028\"quoted\"\n" = { instance_type = "m7i.large", reason = "%%{ for x in y }$${x}" }
    }
  }

  assert {
    condition     = aws_instance.this.tags["Name"] == var.key && startswith(aws_instance.this.tags["Name"], "$${file")
    error_message = "The key must not be evaluated."
  }

  assert {
    condition     = output.reason == "%%{ for x in y }$${x}"
    error_message = "The reason must not be evaluated."
  }
}

run "a_burstable_type_has_a_credit_mode" {
  command = plan

  variables {
    instances   = { web = { instance_type = "t4g.small" } }
    cpu_credits = "standard"
  }

  assert {
    condition     = aws_instance.this.credit_specification[0].cpu_credits == "standard"
    error_message = "The credit mode must be as asked for."
  }
}

run "refuses_what_is_no_type" {
  command = plan

  variables {
    instances = { web = { instance_type = "large" } }
  }

  expect_failures = [var.instances]
}

run "refuses_half_a_worker" {
  command = plan

  variables {
    instances = { web = { instance_type = "m7i.large", workers = 1.5 } }
  }

  expect_failures = [var.instances]
}

run "refuses_a_key_that_no_parameter_can_have" {
  command = plan

  variables {
    key              = "a b"
    carry_workers_by = ["parameter"]
    instances        = { "a b" = { instance_type = "m7i.large", workers = 1 } }
  }

  expect_failures = [aws_ssm_parameter.workers]
}
