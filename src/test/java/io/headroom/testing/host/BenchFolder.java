package io.headroom.testing.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** A folder that is laid out like a Frappe bench, with gunicorn serving a small application. */
public final class BenchFolder {

  private BenchFolder() {}

  /** Makes a bench called {@code frappe-bench} in {@code parent}, with 5 web workers. */
  public static Path make(Path parent, int port) throws IOException {
    Path bench = Files.createDirectories(parent.resolve("frappe-bench"));
    for (String folder : new String[] {"sites", "config", "logs", "env/bin"}) {
      Files.createDirectories(bench.resolve(folder));
    }
    Files.writeString(bench.resolve("Procfile"), "web: bench serve --port " + port + "\n");
    Files.writeString(bench.resolve("sites/common_site_config.json"), config(port));
    GunicornApp.write(bench.resolve("sites"));
    Path gunicorn =
        Files.writeString(
            bench.resolve("env/bin/gunicorn"),
            "#!/bin/sh\nexec " + Programs.require("gunicorn") + " \"$@\"\n");
    Path program = bench.resolve("env/bin/bench");
    try (InputStream in = BenchFolder.class.getResourceAsStream("/host/bench.py")) {
      Files.write(program, in.readAllBytes());
    }
    for (Path file : List.of(gunicorn, program)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return bench;
  }

  /** The configuration as bench writes it, with a password that no shell may see. */
  public static String config(int port) {
    return String.format(
        Locale.ROOT,
        """
    {
     "background_workers": 1,
     "db_host": "127.0.0.1",
     "developer_mode": 0,
     "frappe_user": "%s",
     "gunicorn_workers": 5,
     "rate": 1.50,
     "secret": "p\\u00e4ss $(id) `id` ' \\" \\\\ ü",
     "webserver_port": %s
    }""",
        System.getProperty("user.name"),
        Integer.toString(port));
  }
}
