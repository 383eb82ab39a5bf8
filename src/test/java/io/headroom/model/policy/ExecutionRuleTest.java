package io.headroom.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.policy.ExecutionRule.Approval;
import io.headroom.model.policy.ExecutionRule.GroupRule;
import io.headroom.model.policy.ExecutionRule.RunLimit;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.unit.Share;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionRuleTest {

  private static ExecutionRule rule(int sameAnswers) {
    return new ExecutionRule(
        Optional.empty(),
        Approval.REQUIRED,
        new RunLimit(1, Share.NONE),
        sameAnswers,
        Optional.empty(),
        TerraformRule.WRITE_VARIABLES,
        Optional.empty());
  }

  @Test
  void oneAnswerIsTheLeast() {
    assertThat(rule(1).sameAnswers()).isEqualTo(1);
    assertThatThrownBy(() -> rule(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid same answers: 0; expected 1 or more");
  }

  @Test
  void aRunChangesOneMachineAtLeast() {
    assertThat(new RunLimit(1, Share.NONE).machines()).isEqualTo(1);
    assertThatThrownBy(() -> new RunLimit(0, Share.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid machines of a run: 0; expected 1 or more");
  }

  @Test
  void aGroupChangesOneMachineAtLeast() {
    assertThat(new GroupRule("role", 1).atOnce()).isEqualTo(1);
    assertThatThrownBy(() -> new GroupRule("role", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid machines at once: 0; expected 1 or more");
  }
}
