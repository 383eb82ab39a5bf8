package io.headroom.collector;

/**
 * Who asks.
 *
 * @param account the AWS account's id, or the Google project's
 * @param principal the ARN, or the service account's address, or what else is known of them
 */
public record Identity(String account, String principal) {}
