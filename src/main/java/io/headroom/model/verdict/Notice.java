package io.headroom.model.verdict;

/** Something a reader of a verdict should know, in one sentence without a full stop. */
public record Notice(NoticeKind kind, String text) {}
