package io.headroom.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void carriesHostileWordsThroughAShellAsTheyAre() throws Exception {
    List<String> words =
        List.of(
            "/usr/bin/printf",
            "[%s]\\n",
            "",
            " two  spaces ",
            "it's \"quoted\" `id` $(touch x) ${HOME} \\ \\n",
            "a;b|c&d>e<f*g?h[i]{j,k}~!#%",
            "line\nbreak\ttab",
            "--option",
            "müde ☃");
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", ShellWords.line(words))
            .redirectErrorStream(true)
            .start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            []
            [ two  spaces ]
            [it's "quoted" `id` $(touch x) ${HOME} \\ \\n]
            [a;b|c&d>e<f*g?h[i]{j,k}~!#%]
            [line
            break\ttab]
            [--option]
            [müde ☃]
            """);
  }
}
