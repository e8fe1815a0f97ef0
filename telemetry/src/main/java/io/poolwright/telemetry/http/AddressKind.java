package io.poolwright.telemetry.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Where an address leads, as far as its number says.
 *
 * <p>Source: the IANA registries of special-purpose IPv4 and IPv6 addresses; the clouds' documentation for the addresses
 * of their metadata services. An IPv6 address that carries an IPv4 address leads where that one does.
 */
enum AddressKind {
    /** Anybody's address in the world. */
    PUBLIC,
    /** One of the own network's. */
    PRIVATE,
    /** This machine. */
    LOOPBACK,
    /** No server has one, or only a cloud's metadata service, which hands out keys. */
    NEVER;

    private static final List<Block> BLOCKS = List.of(
            new Block(NEVER, 0, 8),
            new Block(PRIVATE, 10 << 24, 8),
            new Block(NEVER, v4(100, 100, 100, 200), 32), // Alibaba's metadata
            new Block(PRIVATE, v4(100, 64, 0, 0), 10),
            new Block(LOOPBACK, 127 << 24, 8),
            new Block(NEVER, v4(168, 63, 129, 16), 32), // Azure's wire server
            new Block(NEVER, v4(169, 254, 0, 0), 16), // link-local; metadata of most clouds
            new Block(PRIVATE, v4(172, 16, 0, 0), 12),
            new Block(NEVER, v4(192, 0, 0, 0), 24), // protocol assignments; Oracle's metadata
            new Block(PRIVATE, v4(192, 168, 0, 0), 16),
            new Block(NEVER, v4(224, 0, 0, 0), 4), // multicast
            new Block(NEVER, v4(240, 0, 0, 0), 4)); // reserved, and broadcast

    static AddressKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofV4(number(bytes, 0)) : ofV6(bytes);
    }

    private static AddressKind ofV4(int address) {
        for (Block block : BLOCKS) {
            if (block.has(address)) {
                return block.kind;
            }
        }
        return PUBLIC;
    }

    private static AddressKind ofV6(byte[] bytes) {
        int first = number(bytes, 0) >>> 16;
        boolean zeros = number(bytes, 0) == 0 && number(bytes, 4) == 0;
        int third = number(bytes, 8);
        int last = number(bytes, 12);
        if (zeros && third == 0) {
            return last == 1 ? LOOPBACK : last == 0 ? NEVER : ofV4(last); // ::1, ::, ::a.b.c.d
        }
        if (zeros && third == 0xFFFF) {
            return ofV4(last);
        }
        if (first == 0x64 && (number(bytes, 0) & 0xFFFF) == 0xFF9B) {
            return ofV4(last); // NAT64
        }
        if (first == 0x2002) {
            return ofV4(number(bytes, 2)); // 6to4
        }
        if (number(bytes, 0) == 0xFD000EC2 || (first & 0xFF00) == 0xFF00 || (first & 0xFFC0) == 0xFE80) {
            return NEVER; // Amazon's services, multicast, link-local
        }
        return (first & 0xFE00) == 0xFC00 || (first & 0xFFC0) == 0xFEC0 ? PRIVATE : PUBLIC;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    private static int v4(int a, int b, int c, int d) {
        return a << 24 | b << 16 | c << 8 | d;
    }

    private record Block(AddressKind kind, int address, int bits) {
        boolean has(int other) {
            return (address ^ other) >>> (32 - bits) == 0 || bits == 0;
        }
    }
}
