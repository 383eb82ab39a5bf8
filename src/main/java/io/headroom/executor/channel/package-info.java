/**
 * The way to a host: a closed set of actions, each an array of arguments, over a channel. No shell
 * text is ever made of data; what goes into an action is checked against a form that means nothing
 * to a shell.
 */
@NullMarked
package io.headroom.executor.channel;

import org.jspecify.annotations.NullMarked;
