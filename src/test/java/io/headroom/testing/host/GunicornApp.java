package io.headroom.testing.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small web application for gunicorn that holds 40 MB, which its workers share if preloaded. */
public final class GunicornApp {

  private GunicornApp() {}

  /** Writes the application into {@code folder}. */
  public static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("app.py"),
        """
        import time
        SHARED = bytearray(b"x" * 40_000_000)
        OWN = []

        def application(environ, start_response):
            if not OWN:
                OWN.append(bytearray(b"y" * 5_000_000))
            time.sleep(0.02)
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"ok"]
        """);
  }
}
