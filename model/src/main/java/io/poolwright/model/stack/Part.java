package io.poolwright.model.stack;

import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the stack that has settings of its own: a pool, a backend, a database server.
 *
 * <p>It keeps its settings twice: by the product's own names, for the rules of that product, and by {@link Role}, for the
 * rules that compare layers. Both hold values in force. {@link Builder} makes one.
 */
public final class Part {
    private final Builder made;
    private final Settings settings;

    private Part(Builder made) {
        this.made = made;
        this.settings = Settings.of(made.settings);
    }

    /**
     * A part to be filled.
     *
     * @param id unique in its stack, such as {@code haproxy.cfg/backend/shop}
     * @param product in lower case with dashes: {@code haproxy}, {@code hikaricp}, {@code postgresql}
     * @param name what people call it
     * @param origin where it is written; for what is never written itself, the file that brings it in
     */
    public static Builder of(Kind kind, String product, String id, String name, Origin origin) {
        return new Builder(kind, product, id, name, origin);
    }

    public Kind kind() {
        return made.kind;
    }

    public String product() {
        return made.product;
    }

    public String id() {
        return made.id;
    }

    public String name() {
        return made.name;
    }

    public Origin origin() {
        return made.origin;
    }

    /** The product's version, when it is written somewhere. */
    public Optional<Version> version() {
        return Optional.ofNullable(made.version);
    }

    /** The id of the part that this one belongs to: a server to its backend, a driver to its pool. */
    public Optional<String> parent() {
        return Optional.ofNullable(made.parent);
    }

    /** The id of the service that runs it, when that is known. */
    public Optional<String> service() {
        return Optional.ofNullable(made.service);
    }

    /** Where it listens. */
    public List<Address> listens() {
        return List.copyOf(made.listens);
    }

    /** Whom it calls. */
    public List<Address> calls() {
        return List.copyOf(made.calls);
    }

    /** All settings by the product's names. */
    public Settings settings() {
        return settings;
    }

    /** Whether a person wrote this setting down, by the product's name. */
    public boolean isDeclared(String setting) {
        return settings.isDeclared(setting);
    }

    /** A time by the product's name. */
    public Setting<Duration> duration(String setting) {
        return settings.duration(setting);
    }

    /** A count by the product's name. */
    public Setting<Long> count(String setting) {
        return settings.count(setting);
    }

    /** An amount of memory by the product's name. */
    public Setting<Bytes> bytes(String setting) {
        return settings.bytes(setting);
    }

    /** A yes or no by the product's name. */
    public Setting<Boolean> flag(String setting) {
        return settings.flag(setting);
    }

    /** A text by the product's name. */
    public Setting<String> text(String setting) {
        return settings.text(setting);
    }

    /** A setting by what it does; unknown when the reader could not say. */
    public <T> Setting<T> role(Role<T> role) {
        Setting<?> setting = made.roles.get(role.id());
        if (setting == null) {
            return Setting.unknown(role.id(), "%s of %s".formatted(role.id(), this));
        }
        return setting.map(role.type()::cast);
    }

    /** Whether the reader gave this role, known or not. A part without a role has no such thing at all. */
    public boolean has(Role<?> role) {
        return made.roles.containsKey(role.id());
    }

    /**
     * The same part with values that the running product told.
     *
     * @param told settings by the product's own names; one that the part does not have is left out
     */
    public Part running(Map<String, Setting<?>> told) {
        Builder other = new Builder(made.kind, made.product, made.id, made.name, made.origin);
        made.settings.forEach(setting -> other.with(told.getOrDefault(setting.name(), setting)));
        made.roles.forEach((role, setting) -> other.roles.put(role, told.getOrDefault(setting.name(), setting)));
        other.listens.addAll(made.listens);
        other.calls.addAll(made.calls);
        other.version = made.version;
        other.parent = made.parent;
        other.service = made.service;
        return other.build();
    }

    /** For people: {@code backend 'shop'}. */
    @Override
    public String toString() {
        return "%s '%s'".formatted(made.kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), made.name);
    }

    /** Collects what a reader knows about a part. */
    public static final class Builder {
        private final Kind kind;
        private final String product;
        private final String id;
        private final String name;
        private final Origin origin;
        private final List<Setting<?>> settings = new ArrayList<>();
        private final Map<String, Setting<?>> roles = new HashMap<>();
        private final List<Address> listens = new ArrayList<>();
        private final List<Address> calls = new ArrayList<>();
        private @Nullable Version version;
        private @Nullable String parent;
        private @Nullable String service;

        private Builder(Kind kind, String product, String id, String name, Origin origin) {
            this.kind = kind;
            this.product = product;
            this.id = id;
            this.name = name;
            this.origin = Objects.requireNonNull(origin, id);
        }

        public Builder version(Optional<Version> written) {
            this.version = written.orElse(null);
            return this;
        }

        public Builder parent(String partId) {
            this.parent = partId;
            return this;
        }

        public Builder service(Optional<String> serviceId) {
            this.service = serviceId.orElse(null);
            return this;
        }

        public Builder listens(Address address) {
            listens.add(address);
            return this;
        }

        public Builder calls(Address address) {
            calls.add(address);
            return this;
        }

        /** A setting that has a meaning within its product only. */
        public Builder with(Setting<?> setting) {
            settings.add(setting);
            return this;
        }

        /** A setting that also plays a role across products. */
        public <T> Builder with(Role<T> role, Setting<T> setting) {
            settings.add(setting);
            return role(role, setting);
        }

        /** A role that is no setting of the product's own, such as a sum or a figure from elsewhere. */
        public <T> Builder role(Role<T> role, Setting<T> setting) {
            roles.put(role.id(), setting);
            return this;
        }

        public Part build() {
            return new Part(this);
        }
    }
}
