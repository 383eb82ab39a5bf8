package io.headroom.terraform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "aws_instance.web[\"web-1\"]                                 | web-1",
        "module.machine[\"erp\"].aws_instance.this                   | erp",
        "module.team[\"a\"].module.machine[\"web-1\"].aws_instance.this | web-1",
        "module.team[0].aws_instance.web[\"x\"]                      | x",
        "aws_instance.db                                             | aws_instance.db",
        "aws_instance.web[3]                                         | aws_instance.web[3]",
        "module.erp[\"acme\"].aws_instance.web[1] | module.erp[\"acme\"].aws_instance.web[1]",
      })
  void takesTheInnermostKeyAndElseTheWholeAddress(String address, String key) {
    assertThat(ResourceAddress.parse(address).key()).isEqualTo(key);
  }

  @Test
  void readsKeysAsTerraformQuotesThem() {
    assertThat(key("a[\"$${file(\\\"/etc/passwd\\\")}\"]")).isEqualTo("${file(\"/etc/passwd\")}");
    assertThat(key("a[\"%%{ for }\"]")).isEqualTo("%{ for }");
    assertThat(key("a[\"$$${x\"]")).isEqualTo("$${x");
    assertThat(key("a[\"5$ and 3%\"]")).isEqualTo("5$ and 3%");
    assertThat(key("a[\"two\\nlines\\tand \\\\\"]")).isEqualTo("two\nlines\tand \\");
    assertThat(key("a[\"\\u2028\\U0001f600\"]")).isEqualTo("\u2028\uD83D\uDE00");
    assertThat(key("a[\"]. [\"].b")).isEqualTo("]. [");
    assertThat(key("a[\"\"]")).isEmpty();
  }

  private static String key(String address) {
    return ResourceAddress.parse(address).key();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[", "a[\"x", "a[\"x\"", "a[1", "a[]", "a[x]", "a[\"\\", "a[\"\\u12"})
  void refusesWhatDoesNotClose(String address) {
    assertThatThrownBy(() -> ResourceAddress.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Invalid resource address");
  }
}
