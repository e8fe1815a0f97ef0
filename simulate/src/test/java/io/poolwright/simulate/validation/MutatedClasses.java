package io.poolwright.simulate.validation;

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
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The project's classes once more, with one source changed and compiled in memory.
 *
 * <p>All of them are loaded anew, the validations too: classes that share a package must share their loader.
 */
final class MutatedClasses extends ClassLoader {
    private static final String OURS = "io.poolwright.";

    private final Map<String, byte[]> mutated;

    private MutatedClasses(Map<String, byte[]> mutated) {
        super(MutatedClasses.class.getClassLoader());
        this.mutated = mutated;
    }

    /** Without any change. */
    static MutatedClasses unchanged() {
        return new MutatedClasses(Map.of());
    }

    /**
     * With this change.
     *
     * @throws IllegalStateException when the source has changed, so that the rule is not found exactly once, or does not compile
     */
    static MutatedClasses of(Mutation mutation, Path root) {
        return new MutatedClasses(compile(mutation, changed(mutation, root)));
    }

    /**
     * The source with the change.
     *
     * @throws IllegalStateException when the rule is not found exactly once
     */
    static String changed(Mutation mutation, Path root) {
        String source;
        try {
            source = Files.readString(root.resolve(mutation.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int first = source.indexOf(mutation.snippet());
        if (first < 0 || source.indexOf(mutation.snippet(), first + 1) >= 0) {
            throw new IllegalStateException("%s: found %s; accepted: exactly once: %s"
                    .formatted(mutation.file(), first < 0 ? "nowhere" : "more than once", mutation.snippet()));
        }
        return source.replace(mutation.snippet(), mutation.replacement());
    }

    /** The validations as they are with these classes. */
    @SuppressWarnings("unchecked")
    java.util.function.IntFunction<String> verdict() {
        try {
            return (java.util.function.IntFunction<String>)
                    loadClass(Verdict.class.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = mutated.get(name);
        if (bytes == null) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static Map<String, byte[]> compile(Mutation mutation, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new HashMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return written.computeIfAbsent(name, any -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        JavaFileObject changed =
                new SimpleJavaFileObject(URI.create("memory:///" + mutation.file()), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
        if (!compiler.getTask(messages, files, null, options, null, List.of(changed))
                .call()) {
            throw new IllegalStateException("%s does not compile: %s".formatted(mutation, messages));
        }
        Map<String, byte[]> classes = new HashMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }
}
