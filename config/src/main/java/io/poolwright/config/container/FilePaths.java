package io.poolwright.config.container;

import java.util.ArrayDeque;
import java.util.Deque;

/** Joins paths as text, without looking at a disk. Separators are slashes; what the text says is kept otherwise. */
public final class FilePaths {
    private FilePaths() {}

    /** The folder of a file; empty for a bare name. */
    public static String folder(String file) {
        String path = file.replace('\\', '/');
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
    }

    /** The last name of a path. */
    public static String name(String file) {
        String path = file.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path that {@code path} means when it is written in {@code file}: relative to the file's folder. */
    public static String beside(String file, String path) {
        return join(folder(file), path);
    }

    /** A path below a folder, or the path itself when it is absolute; {@code .} and {@code ..} are followed. */
    public static String join(String folder, String path) {
        String right = path.replace('\\', '/');
        String whole = right.startsWith("/") || folder.isEmpty() ? right : folder.replace('\\', '/') + "/" + right;
        boolean absolute = whole.startsWith("/");
        Deque<String> names = new ArrayDeque<>();
        for (String name : whole.split("/", -1)) {
            if (name.equals("..") && !names.isEmpty() && !names.peekLast().equals("..")) {
                names.removeLast();
            } else if (name.equals("..") ? !absolute : !name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return (absolute ? "/" : "") + String.join("/", names);
    }

    /** Whether a path is a folder or lies in it; the empty folder holds every relative path. */
    public static boolean within(String folder, String path) {
        String clean = join("", folder);
        String inner = join("", path);
        return clean.isEmpty()
                ? !inner.startsWith("/") && !inner.startsWith("..")
                : inner.equals(clean) || inner.startsWith(clean.endsWith("/") ? clean : clean + "/");
    }
}
