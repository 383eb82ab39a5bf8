package io.headroom.host.file;

import io.headroom.host.recipe.HostRecipe;
import java.util.List;

/**
 * A machine, the way to it, and what runs there.
 *
 * @param machine its id or its name
 * @param channel the way to it
 * @param recipes what runs there, in the order in which it is written
 */
public record HostEntry(String machine, ChannelEntry channel, List<HostRecipe> recipes) {

  /** Copies the list. */
  public HostEntry {
    recipes = List.copyOf(recipes);
  }
}
