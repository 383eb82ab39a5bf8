package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.http.answer.Paging;
import java.io.IOException;

/** Where the next page begins, in the body of a list. */
final class PageJson {

  private PageJson() {}

  static void next(JsonGenerator json, Paging.Page<?> page) throws IOException {
    if (page.next().isPresent()) {
      json.writeStringField("next_cursor", page.next().get());
    } else {
      json.writeNullField("next_cursor");
    }
  }
}
