package org.jkeepalived.config.lexer;

import java.nio.file.Path;
import java.util.Iterator;
import org.jkeepalived.config.settings.IncludeCheck;

/** Where the reader's next line comes from; the innermost is asked first. */
interface Frames {

    /** The lines of one file, taken one at a time. */
    final class OfFile implements Frames {
        private final String name;
        private final String directory;
        private final Path path;
        private final String text;
        private int position;
        private int number;

        /**
         * A file from its beginning.
         *
         * @param path the file without symbolic links, or null for text that is in no file
         */
        OfFile(String name, Path path, String directory, String text) {
            this.name = name;
            this.path = path;
            this.directory = directory;
            this.text = text;
        }

        String directory() {
            return directory;
        }

        boolean reads(Path other) {
            return other.equals(path);
        }

        /** The next line without taking it, its line end cut; null at the end. */
        String peek() {
            if (position > text.length() || position == text.length() && position > 0) {
                return null;
            }
            int end = text.indexOf('\n', position);
            return text.substring(position, end < 0 ? text.length() : end);
        }

        /** The next line, or null at the end. */
        SourceLine next(int sequence) {
            String line = peek();
            if (line == null) {
                return null;
            }
            position += line.length() + 1;
            number++;
            String raw = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            return new SourceLine(name, number, sequence, raw, raw);
        }
    }

    /** The lines of a definition's value after its first, put in for one line. */
    final class OfDefinition implements Frames {
        private final SourceLine origin;
        private final String value;
        private int position;

        OfDefinition(SourceLine origin, Definitions.Tail tail) {
            this.origin = origin;
            this.value = tail.value();
            this.position = tail.start();
        }

        /** The next line, or null at the end. */
        SourceLine next() {
            if (position > value.length()) {
                return null;
            }
            int end = value.indexOf('\n', position);
            String line = value.substring(position, end < 0 ? value.length() : end);
            position += line.length() + 1;
            return origin.with(line);
        }
    }

    /** The repetitions of one line. */
    record OfGenerator(SourceLine origin, Generator generator) implements Frames {}

    /**
     * The files that an include line matched.
     *
     * @param origin the include line, or null for the main files
     */
    record OfMatches(SourceLine origin, Iterator<FilePattern.Match> matches, IncludeCheck check) implements Frames {}
}
