package io.headroom.policy.selector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.parser.CelStandardMacro;
import java.util.Optional;

/**
 * CEL as selectors speak it: one variable, {@code instance}, of a type whose fields are known, so a
 * misspelled one is found when the policy is loaded. Every expression ends: its length, depth and
 * loops are limited, and regular expressions are RE2's, which do not backtrack.
 */
final class SelectorLanguage {

  /** Longest expression, in characters. */
  static final int MOST_CHARACTERS = 2000;

  /** Name of the only variable. */
  static final String VARIABLE = "instance";

  private static final int MOST_NODES = 500;
  private static final int DEEPEST = 50;
  private static final int MOST_ITERATIONS = 1000;
  private static final int LARGEST_REGEX = 500;

  private static final StructType INSTANCE =
      StructType.create(
          "headroom.Instance",
          ImmutableSet.copyOf(InstanceField.ids()),
          name -> InstanceField.ofId(name).map(field -> typeOf(field.kind())));

  private static final Cel CEL =
      CelFactory.plannerCelBuilder()
          .setOptions(
              CelOptions.current()
                  .enableHeterogeneousNumericComparisons(true)
                  .maxExpressionCodePointSize(MOST_CHARACTERS)
                  .maxParseExpressionNodeCount(MOST_NODES)
                  .maxParseRecursionDepth(DEEPEST)
                  .comprehensionMaxIterations(MOST_ITERATIONS)
                  .maxRegexProgramSize(LARGEST_REGEX)
                  .build())
          .setTypeProvider(new InstanceTypes())
          .addVar(VARIABLE, INSTANCE)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private SelectorLanguage() {}

  static Cel cel() {
    return CEL;
  }

  private static CelType typeOf(InstanceField.Kind kind) {
    return switch (kind) {
      case TEXT -> SimpleType.STRING;
      case TEXTS -> ListType.create(SimpleType.STRING);
      case TEXT_BY_KEY -> MapType.create(SimpleType.STRING, SimpleType.STRING);
      case WHOLE_NUMBER -> SimpleType.INT;
    };
  }

  private static final class InstanceTypes implements CelTypeProvider {
    @Override
    public ImmutableList<CelType> types() {
      return ImmutableList.of(INSTANCE);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}
