package io.headroom.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Runs the checks on an engine with a bug in it: the mutated source is compiled in memory, and a
 * class loader of its own takes the mutated classes from there and all others from where they are.
 */
public final class Laboratory {

  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", ""), "src/main/java/io/headroom");

  private Laboratory() {}

  /** Returns what fails first without any bug; an empty text if nothing does. */
  public static String control(Class<? extends Callable<String>> checks) {
    return checked(Map.of(), checks);
  }

  /**
   * Returns what fails first with {@code bug}; an empty text if it goes unseen.
   *
   * @throws IllegalStateException if its text does not occur exactly once, or does not compile
   */
  public static String run(PlantedBug bug, Class<? extends Callable<String>> checks) {
    return checked(compiled(bug), checks);
  }

  private static String mutated(PlantedBug bug) {
    try {
      String source = Files.readString(SOURCES.resolve(bug.file()));
      int first = source.indexOf(bug.find());
      if (first < 0 || source.indexOf(bug.find(), first + 1) >= 0) {
        throw new IllegalStateException(
            "Cannot plant a bug in " + bug + ": its text must occur exactly once; update it");
      }
      return source.replace(bug.find(), bug.replacement());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> compiled(PlantedBug bug) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Outputs outputs = new Outputs(compiler.getStandardFileManager(null, null, null));
    StringWriter messages = new StringWriter();
    List<String> options = List.of("-proc:none", "-nowarn", "-classpath", classpath());
    boolean done =
        compiler
            .getTask(messages, outputs, null, options, null, List.of(new Source(bug, mutated(bug))))
            .call();
    if (!done) {
      throw new IllegalStateException("Cannot compile " + bug + ": " + messages);
    }
    Map<String, byte[]> classes = new HashMap<>();
    outputs.written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  private static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String checked(
      Map<String, byte[]> mutants, Class<? extends Callable<String>> suiteClass) {
    try {
      Class<?> checks =
          Class.forName(suiteClass.getName(), /* initialize= */ true, new MutantLoader(mutants));
      Callable<?> suite = (Callable<?>) checks.getConstructor().newInstance();
      return String.valueOf(suite.call());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } catch (Exception | LinkageError e) {
      // an engine that breaks down is caught as well
      return e.toString();
    }
  }

  /** Loads all classes of the product anew, the mutated ones from memory. */
  private static final class MutantLoader extends ClassLoader {

    private final Map<String, byte[]> mutants;

    MutantLoader(Map<String, byte[]> mutants) {
      super(Laboratory.class.getClassLoader());
      this.mutants = mutants;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith("io.headroom.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      byte[] mutant = mutants.get(name);
      if (mutant != null) {
        return defineClass(name, mutant, 0, mutant.length);
      }
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(PlantedBug bug, String text) {
      super(URI.create("string:///io/headroom/" + bug.file()), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    Outputs(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
