package io.poolwright.config.yaml;

import java.util.NoSuchElementException;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** A parser that refuses to go deeper than {@value YamlText#DEEPEST} levels: what reads its events goes as deep on the stack. */
final class ShallowParser implements Parser {
    private final Parser events;
    private int depth;

    ShallowParser(Parser events) {
        this.events = events;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return events.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        if (!events.hasNext()) {
            throw new NoSuchElementException("the text has ended");
        }
        Event event = events.next();
        if (event instanceof CollectionStartEvent && ++depth > YamlText.DEEPEST) {
            throw new ParserException("more than " + YamlText.DEEPEST + " levels", event.getStartMark());
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }
}
