package io.headroom.engine.candidate;

/** Why a type is no candidate at all, whatever the demand. */
enum ExclusionRule {
  BARE_METAL("bare metal"),
  ACCELERATOR("accelerator"),
  ARCHITECTURE("architecture"),
  FAMILY("family"),
  SERIES("series"),
  PREVIOUS_GENERATION("previous generation"),
  OLDER_GENERATION("older generation"),
  BURSTABLE("burstable"),
  FLEX("flex"),
  LOCAL_DISK("local disk");

  private final String words;

  ExclusionRule(String words) {
    this.words = words;
  }

  /** Returns the rule in words. */
  String words() {
    return words;
  }
}
