/**
 * Documents that people write by hand, in YAML or JSON: read without the traps of YAML, checked
 * against a JSON Schema, and every problem named with its file, line and column.
 */
@NullMarked
package io.headroom.document;

import org.jspecify.annotations.NullMarked;
