resource "aws_db_subnet_group" "this" {
  name_prefix = "${var.name}-"
  subnet_ids  = var.subnet_ids
  tags        = var.tags
}

resource "aws_db_instance" "this" {
  identifier_prefix           = "${var.name}-"
  engine                      = "postgres"
  engine_version              = "16"
  instance_class              = var.database_instance_class
  allocated_storage           = var.database_storage_gib
  max_allocated_storage       = var.database_storage_gib * 10
  storage_encrypted           = true
  db_name                     = "headroom"
  username                    = "headroom"
  manage_master_user_password = true
  multi_az                    = var.database_multi_az
  publicly_accessible         = false
  db_subnet_group_name        = aws_db_subnet_group.this.name
  vpc_security_group_ids      = [aws_security_group.database.id]
  backup_retention_period     = 14
  deletion_protection         = var.deletion_protection
  skip_final_snapshot         = !var.deletion_protection
  final_snapshot_identifier   = var.deletion_protection ? "${var.name}-final" : null
  auto_minor_version_upgrade  = true
  tags                        = var.tags
}
