package org.jkeepalived.vrrp;

/** Something that keeps a router in FAULT. A router may have several; it recovers when the last one is gone. */
public sealed interface FaultReason {

    /** The router's interface is down. */
    record InterfaceDown(String interfaceName) implements FaultReason {}

    /** The router's interface does not exist. */
    record InterfaceMissing(String interfaceName) implements FaultReason {}

    /** No usable source address for adverts. */
    record NoSourceAddress() implements FaultReason {}

    /** A tracker with weight 0 is down, or a tracked file's number asks for a fault. */
    record TrackerDown(int trackerId) implements FaultReason {}

    /** The configuration forbids running, for instance unicast without peers. */
    record Configuration(String text) implements FaultReason {}
}
