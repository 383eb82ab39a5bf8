package io.headroom.host.recipe;

import java.util.Optional;

/**
 * A file that a recipe changes.
 *
 * @param path where it is
 * @param user account that writes it; absent means root
 */
public record ChangedFile(String path, Optional<String> user) {}
