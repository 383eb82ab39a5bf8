package io.headroom.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Where a document puts further files, if there is a place for them. */
public interface Annex {

  /** No place: the document is all there is. */
  Annex NONE =
      new Annex() {
        @Override
        public Optional<String> folder() {
          return Optional.empty();
        }

        @Override
        public Writer create(String name) throws IOException {
          throw new IOException("Cannot write " + name + ": the document has no folder beside it");
        }
      };

  /** Returns the name of the folder beside the document, or nothing if there is no place. */
  Optional<String> folder();

  /**
   * Starts a file in the folder, in UTF-8; whoever asked closes it.
   *
   * @param name letters, digits, hyphens and a suffix
   * @throws IOException if it cannot be created, or there is no folder
   */
  Writer create(String name) throws IOException;
}
