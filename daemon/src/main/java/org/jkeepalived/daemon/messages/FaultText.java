package org.jkeepalived.daemon.messages;

import org.jkeepalived.vrrp.FaultReason;

/** Why a router is in FAULT, in words. */
public final class FaultText {
    private FaultText() {}

    /** @param names knows what trackers follow */
    public static String of(FaultReason reason, ReportLines.Names names) {
        return switch (reason) {
            case FaultReason.InterfaceDown(String name) -> "interface " + name + " is down";
            case FaultReason.InterfaceMissing(String name) -> "interface " + name + " does not exist";
            case FaultReason.NoSourceAddress() -> "no address to send adverts from";
            case FaultReason.TrackerDown(int id) -> names.tracker(id) + " is down";
            case FaultReason.Configuration(String text) -> text;
        };
    }
}
