package io.headroom.policy.selector;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.headroom.document.Excerpt;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A selector that is ready to be asked. Only this class and its language know CEL. */
final class CompiledSelector {

  private static final Pattern PLACE = Pattern.compile("^evaluation error(?: at \\S+)?: ");
  private static final Pattern ASIDE =
      Pattern.compile(" \\((?:in container '.*'|candidates: .*)\\)$");
  private static final Pattern MISSING = Pattern.compile("key '(.+)' is not present in map");

  private final CelRuntime.Program program;

  private CompiledSelector(CelRuntime.Program program) {
    this.program = program;
  }

  static CompiledSelector of(String text) {
    if (text.codePointCount(0, text.length()) > SelectorLanguage.MOST_CHARACTERS) {
      throw new InvalidSelectorException(
          "it has "
              + text.length()
              + " characters; expected at most "
              + SelectorLanguage.MOST_CHARACTERS,
          0);
    }
    CelAbstractSyntaxTree parsed = tree(text, SelectorLanguage.cel().parse(text));
    SelectorChecks.refuseUnknownNames(parsed);
    CelAbstractSyntaxTree checked = tree(text, SelectorLanguage.cel().check(parsed));
    if (!checked.getResultType().equals(SimpleType.BOOL)) {
      throw new InvalidSelectorException(
          "it gives a "
              + checked.getResultType().name()
              + "; expected a condition, such as instance.region == 'eu-west-1'",
          0);
    }
    SelectorChecks.refuseInvalidPatterns(checked);
    try {
      return new CompiledSelector(SelectorLanguage.cel().createProgram(checked));
    } catch (CelEvaluationException refused) {
      throw new InvalidSelectorException(words(refused), 0);
    }
  }

  /** Returns what the expression says of an instance. */
  Selection evaluate(Map<String, Object> instance) {
    try {
      return Boolean.TRUE.equals(program.eval(Map.of(SelectorLanguage.VARIABLE, instance)))
          ? Selection.YES
          : Selection.NO;
    } catch (CelEvaluationException undecided) {
      return Selection.undecided(why(undecided));
    }
  }

  private static String why(CelEvaluationException undecided) {
    String words = words(undecided);
    if (undecided.getErrorCode() != CelErrorCode.ATTRIBUTE_NOT_FOUND) {
      return words;
    }
    // "key 'app' is not present in map" after a dot, "app" alone in brackets
    Matcher missing = MISSING.matcher(words);
    return (missing.find() ? missing.group(1) : words) + " is not known";
  }

  private static CelAbstractSyntaxTree tree(String text, CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException refused) {
      CelIssue first = refused.getErrors().get(0);
      throw new InvalidSelectorException(
          withoutPlace(first.getMessage())
              + "; expected a CEL condition, such as instance.region == 'eu-west-1'",
          offset(text, first.getSourceLocation()));
    }
  }

  private static int offset(String text, CelSourceLocation location) {
    int start = 0;
    for (int line = 1; line < location.getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + Math.max(0, location.getColumn());
  }

  private static String words(CelEvaluationException failure) {
    return withoutPlace(String.valueOf(failure.getMessage()));
  }

  /** What the compiler adds for its own sake is left out: places, containers, overloads. */
  private static String withoutPlace(String message) {
    String text = ASIDE.matcher(PLACE.matcher(message).replaceFirst("")).replaceAll("");
    // values of tags are in it, and those may hold anything
    return Excerpt.escaped(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
  }
}
