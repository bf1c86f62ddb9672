"""The configurations that are measured, as a person lays them out. Both programs get the same text."""

VIP = "10.77.0.100"
# Owner's priority: such a master claims the address at once, so that no round waits for an election.
OWNER = 255
BACKUP_PRIORITY = 250
VIPS = 1000
INTERFACES = 4
VRIDS = 250
ROUTES = 200
ROUTED_VIPS = 200
GATEWAY = "10.77.0.9"


def vip_text(number):
    """One of the addresses of the layout with 1000 VIPs."""
    return "10.78.%d.%d" % (number // 250, number % 250 + 1)


def one_vip_config(version, priority, interval):
    return """\
global_defs {
    vrrp_version %d
}
vrrp_instance VI_1 {
    state %s
    interface eth0
    virtual_router_id 51
    priority %d
    advert_int %g
    virtual_ipaddress {
        %s/24
    }
}
""" % (version, "MASTER" if priority == OWNER else "BACKUP", priority, interval, VIP)


def many_vips_config(priority, interval):
    excluded = "\n".join("        %s/32" % vip_text(number) for number in range(VIPS - 1))
    return """\
global_defs {
    vrrp_version 3
    vrrp_garp_master_repeat 1
}
vrrp_instance VI_1 {
    state %s
    interface eth0
    virtual_router_id 51
    priority %d
    advert_int %g
    virtual_ipaddress {
        %s/24
    }
    virtual_ipaddress_excluded {
%s
    }
}
""" % ("MASTER" if priority == OWNER else "BACKUP", priority, interval, VIP, excluded)


def many_instances_config(priority, interval):
    text = """\
global_defs {
    vrrp_version 3
    vrrp_garp_master_repeat 1
    vrrp_garp_master_delay 1
}
"""
    for interface in range(INTERFACES):
        for vrid in range(1, VRIDS + 1):
            text += """\
vrrp_instance VI_%d_%d {
    state %s
    interface eth%d
    virtual_router_id %d
    priority %d
    advert_int %g
    virtual_ipaddress {
        10.80.%d.%d/32
    }
}
""" % (interface, vrid, "MASTER" if priority > BACKUP_PRIORITY else "BACKUP", interface, vrid, priority, interval, interface,
                vrid)
    return text


def large_config(state="BACKUP", priority=100):
    """19,006 lines: 1000 instances with 10 addresses each."""
    text = """\
global_defs {
    router_id bench
    vrrp_version 3
    vrrp_garp_master_repeat 1
}

"""
    for number in range(1000):
        addresses = "\n".join("        10.%d.%d.%d/32" % (number // 250, number % 250, last) for last in range(1, 11))
        text += """\
vrrp_instance VI_%d {
    state %s
    interface eth%d
    virtual_router_id %d
    priority %d
    advert_int 1
    virtual_ipaddress {
%s
    }
}
""" % (number, state, number // VRIDS, number % VRIDS + 1, priority, addresses)
    return text


def route_text(number):
    """One of the destinations of the layout with routes."""
    return "10.90.%d.0/24" % number


def routes_config(priority, interval):
    excluded = "\n".join("        %s/32" % vip_text(number) for number in range(ROUTED_VIPS - 1))
    routes = "\n".join("        %s via %s dev eth0" % (route_text(number), GATEWAY) for number in range(ROUTES))
    return """\
global_defs {
    vrrp_version 3
    vrrp_garp_master_repeat 1
}
vrrp_instance VI_1 {
    state %s
    interface eth0
    virtual_router_id 51
    priority %d
    advert_int %g
    virtual_ipaddress {
        %s/24
    }
    virtual_ipaddress_excluded {
%s
    }
    virtual_routes {
%s
    }
}
""" % ("MASTER" if priority == OWNER else "BACKUP", priority, interval, VIP, excluded, routes)
