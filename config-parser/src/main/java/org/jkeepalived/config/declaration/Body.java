package org.jkeepalived.config.declaration;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jkeepalived.config.syntax.Statement;

/**
 * What stands between the braces of a keyword's block.
 *
 * @param <D> the draft that the keyword itself fills
 */
public sealed interface Body<D> {
    /** The keywords inside; none for a line and for a list of free entries. */
    Keywords<?> keywords();

    /** No keywords. */
    record Free<D>() implements Body<D> {
        @Override
        public Keywords<?> keywords() {
            return Keywords.none();
        }
    }

    /** Keywords that fill the draft of the block around. */
    record Same<D>(Keywords<D> keywords) implements Body<D> {}

    /**
     * Keywords that fill a draft of their own, asked for when the first such block is read: most configurations use few blocks. A kind of block is one
     * class.
     */
    non-sealed interface Own<D, C> extends Body<D> {
        @Override
        Keywords<C> keywords();

        /** Makes or finds the draft of a block; null when the block is to be passed over, which has been reported. */
        C open(D parent, Statement block, Binding binding);

        /** Called when everything in the block was read. */
        default void close(D parent, C draft, Statement block, Binding binding) {
            // most blocks are checked by rules
        }

        /** Every draft that was made, in file order. */
        Collection<C> drafts(D parent);

        /** The words after the keyword, as they are written, or the empty text. */
        default String head(C draft) {
            return "";
        }

        /** Reads a block into its draft. */
        default void read(D parent, Statement block, Binding binding) {
            C draft = open(parent, block, binding);
            if (draft != null) {
                binding.origins().opened(draft, keywords(), block.keyword().place());
                keywords().bindAll(draft, block, binding);
                close(parent, draft, block, binding);
            }
        }
    }

    /**
     * Such a block put together from functions, inside of one that is seldom read itself.
     *
     * @param supplier the keywords inside
     * @param opener makes or finds the draft of a block
     * @param all every draft that was made, in file order
     * @param words the words after the keyword, as they are written, or the empty text
     */
    record Inner<D, C>(
            Supplier<Keywords<C>> supplier,
            Opener<D, C> opener,
            Function<D, Collection<C>> all,
            Function<C, String> words) implements Own<D, C> {
        @Override
        public Keywords<C> keywords() {
            return supplier.get();
        }

        @Override
        public C open(D parent, Statement block, Binding binding) {
            return opener.open(parent, block, binding);
        }

        @Override
        public void close(D parent, C draft, Statement block, Binding binding) {
            opener.close(parent, draft, block, binding);
        }

        @Override
        public Collection<C> drafts(D parent) {
            return all.apply(parent);
        }

        @Override
        public String head(C draft) {
            return words.apply(draft);
        }
    }

    /** Free entries, one per line, that fill a draft of their own. */
    non-sealed interface OwnEntries<D, C> extends Body<D> {
        @Override
        default Keywords<?> keywords() {
            return Keywords.none();
        }

        /** Makes the draft of a block and reads its entries; null when the block is to be passed over, which has been reported. */
        C open(D parent, Statement block, Binding binding);

        /** Checks a block at its end. */
        void close(D parent, C draft, Statement block, Binding binding);

        /** Every draft that was made, in file order. */
        Collection<C> drafts(D parent);

        /** The words after the keyword, as they are written. */
        String head(C draft);

        /** The entries of a draft, as they are written. */
        List<String> entries(C draft);

        /** Reads a block into its draft. */
        default void read(D parent, Statement block, Binding binding) {
            C draft = open(parent, block, binding);
            if (draft != null) {
                binding.origins().listed(draft, block);
                close(parent, draft, block, binding);
            }
        }
    }

    /** Makes the draft of a block that was found. */
    interface Opener<D, C> {
        /** The draft, or null when the block is to be passed over, which has been reported. */
        C open(D parent, Statement block, Binding binding);

        /** Called when everything in the block was read. */
        default void close(D parent, C draft, Statement block, Binding binding) {
            // most blocks are checked by rules
        }

        /** This opener, and a look at each block when it was read. */
        default Opener<D, C> closedBy(Closer<D, C> closer) {
            Opener<D, C> opener = this;
            return new Opener<>() {
                @Override
                public C open(D parent, Statement block, Binding binding) {
                    return opener.open(parent, block, binding);
                }

                @Override
                public void close(D parent, C draft, Statement block, Binding binding) {
                    closer.close(parent, draft, block, binding);
                }
            };
        }
    }

    /** Checks a block whose keywords were read, where keepalived does so at the closing brace. */
    interface Closer<D, C> {
        /** Reports what is missing at {@link Statement#closedAt}. */
        void close(D parent, C draft, Statement block, Binding binding);
    }
}
