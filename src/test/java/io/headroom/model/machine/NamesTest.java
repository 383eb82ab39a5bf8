package io.headroom.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names by which recordings and documents know the constants of this package. */
class NamesTest {

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void providers(Provider value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(Provider.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void architectures(Architecture value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(Architecture.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(InstanceState.class)
  void states(InstanceState value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(InstanceState.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(Lifecycle.class)
  void lifecycles(Lifecycle value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(Lifecycle.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(CreditMode.class)
  void creditModes(CreditMode value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(CreditMode.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void platforms(Platform value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(Platform.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(MemoryMeasure.class)
  void memoryMeasures(MemoryMeasure value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(MemoryMeasure.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(BootMode.class)
  void bootModesHaveDashesAsEc2WritesThem(BootMode value) {
    assertThat(value.id()).isEqualTo(lowerCase(value).replace('_', '-'));
    assertThat(BootMode.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(Virtualization.class)
  void virtualizations(Virtualization value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(Virtualization.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(PublicAddress.class)
  void publicAddresses(PublicAddress value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
    assertThat(PublicAddress.ofId(value.id())).contains(value);
  }

  @ParameterizedTest
  @EnumSource(MemoryPool.Kind.class)
  void poolKinds(MemoryPool.Kind value) {
    assertThat(value.id()).isEqualTo(lowerCase(value));
  }

  @ParameterizedTest
  @EnumSource(Manager.Kind.class)
  void managersSayWhatToChangeInstead(Manager.Kind value) {
    assertThat(value.words()).isNotBlank();
    assertThat(value.remedy()).startsWith(value == Manager.Kind.SERVICE ? "that" : "its");
  }

  @Test
  void unknownNamesAreNotGuessed() {
    assertThat(Provider.ofId("azure")).isEmpty();
    assertThat(Architecture.ofId("amd64")).isEmpty();
    assertThat(InstanceState.ofId("RUNNING")).isEmpty();
    assertThat(Lifecycle.ofId("")).isEmpty();
    assertThat(CreditMode.ofId("t3")).isEmpty();
    assertThat(Platform.ofId("ubuntu")).isEmpty();
    assertThat(MemoryMeasure.ofId("rss")).isEmpty();
    assertThat(BootMode.ofId("bios")).isEmpty();
    assertThat(Virtualization.ofId("pv")).isEmpty();
    assertThat(PublicAddress.ofId("eip")).isEmpty();
  }
}
