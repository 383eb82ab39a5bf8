package io.headroom.policy.selector;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.headroom.document.NearestNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked for in a selector beside what the compiler of CEL finds. */
final class SelectorChecks {

  private SelectorChecks() {}

  /** The checker's own words would not say which names there are. */
  static void refuseUnknownNames(CelAbstractSyntaxTree tree) {
    expressions(tree)
        .filter(SelectorChecks::asksUnknownField)
        .findFirst()
        .ifPresent(
            expr -> {
              throw new InvalidSelectorException(
                  unknown(expr.select().field()), position(tree, expr) + 1);
            });
  }

  private static String unknown(String field) {
    List<String> known = InstanceField.ids();
    return "instance has no "
        + field
        + NearestNames.of(field, known, 1).stream()
            .map(name -> ", did you mean " + name)
            .findFirst()
            .orElse("")
        + "; expected one of "
        + String.join(", ", known);
  }

  /** Patterns that are written out are compiled now, so that a wrong one is found when loaded. */
  static void refuseInvalidPatterns(CelAbstractSyntaxTree tree) {
    expressions(tree)
        .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL)
        .filter(expr -> expr.call().function().equals("matches"))
        .flatMap(expr -> expr.call().args().stream())
        .filter(argument -> argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
        .forEach(argument -> refuseInvalidPattern(tree, argument));
  }

  private static void refuseInvalidPattern(CelAbstractSyntaxTree tree, CelExpr argument) {
    try {
      com.google.re2j.Pattern.compile(argument.constant().stringValue());
    } catch (PatternSyntaxException refused) {
      throw new InvalidSelectorException(
          refused.getMessage() + "; expected a regular expression of RE2",
          position(tree, argument));
    }
  }

  private static Stream<CelExpr> expressions(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree).getRoot().allNodes().map(CelNavigableExpr::expr);
  }

  private static boolean asksUnknownField(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
        && expr.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expr.select().operand().ident().name().equals(SelectorLanguage.VARIABLE)
        && InstanceField.ofId(expr.select().field()).isEmpty();
  }

  private static int position(CelAbstractSyntaxTree tree, CelExpr expr) {
    return Optional.ofNullable(tree.getSource().getPositionsMap().get(expr.id())).orElse(0);
  }
}
