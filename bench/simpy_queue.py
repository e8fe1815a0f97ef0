"""M/M/10 at 90 % on SimPy, version 2 or later: for each way of writing it, its name, millions of events in a second of processor
time (two for a customer) and the mean wait, with tabs between them."""
import random
import sys
import time
from collections import deque

SERVERS, RATE, CUSTOMERS = 10, 9.0, 150_000


def two_events_2():
    """Each customer an arrival and an end: the line is ours, and a server that goes on needs no new process."""
    from SimPy.Simulation import Process, Simulation, hold

    simulation, draw, waits, line = Simulation(), random.Random(1).expovariate, [], deque()
    idle = [SERVERS]

    class Server(Process):
        def serve(self, came):
            while True:
                waits.append(simulation.now() - came)
                yield hold, self, draw(1.0)
                if not line:
                    break
                came = line.popleft()
            idle[0] += 1

    class Source(Process):
        def generate(self):
            for _ in range(CUSTOMERS):
                yield hold, self, draw(RATE)
                if idle[0]:
                    idle[0] -= 1
                    server = Server(sim=simulation)
                    simulation.activate(server, server.serve(simulation.now()))
                else:
                    line.append(simulation.now())

    simulation.initialize()
    source = Source(sim=simulation)
    simulation.activate(source, source.generate())
    simulation.simulate(until=1e12)
    return waits


def resource_2():
    """As its manual has it: a process for each customer, and a resource of ten."""
    from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

    simulation, draw, waits = Simulation(), random.Random(1).expovariate, []

    class Customer(Process):
        def visit(self):
            came = simulation.now()
            yield request, self, servers
            waits.append(simulation.now() - came)
            yield hold, self, draw(1.0)
            yield release, self, servers

    class Source(Process):
        def generate(self):
            for _ in range(CUSTOMERS):
                yield hold, self, draw(RATE)
                customer = Customer(sim=simulation)
                simulation.activate(customer, customer.visit())

    simulation.initialize()
    servers = Resource(capacity=SERVERS, sim=simulation)
    source = Source(sim=simulation)
    simulation.activate(source, source.generate())
    simulation.simulate(until=1e12)
    return waits


def two_events_3():
    import simpy

    environment, draw, waits, line = simpy.Environment(), random.Random(1).expovariate, [], deque()
    idle = [SERVERS]

    def serve(came):
        while True:
            waits.append(environment.now - came)
            yield environment.timeout(draw(1.0))
            if not line:
                break
            came = line.popleft()
        idle[0] += 1

    def generate():
        for _ in range(CUSTOMERS):
            yield environment.timeout(draw(RATE))
            if idle[0]:
                idle[0] -= 1
                environment.process(serve(environment.now))
            else:
                line.append(environment.now)

    environment.process(generate())
    environment.run()
    return waits


def resource_3():
    import simpy

    environment, draw, waits = simpy.Environment(), random.Random(1).expovariate, []
    servers = simpy.Resource(environment, SERVERS)

    def visit():
        came = environment.now
        with servers.request() as turn:
            yield turn
            waits.append(environment.now - came)
            yield environment.timeout(draw(1.0))

    def generate():
        for _ in range(CUSTOMERS):
            yield environment.timeout(draw(RATE))
            environment.process(visit())

    environment.process(generate())
    environment.run()
    return waits


def installed():
    try:
        import simpy

        return [("%s, two events" % simpy.__version__, two_events_3), ("%s, resource" % simpy.__version__, resource_3)]
    except ImportError:
        pass
    try:
        import SimPy

        version = getattr(SimPy, "__version__", "2").split()[0]
        return [("%s, two events" % version, two_events_2), ("%s, resource" % version, resource_2)]
    except ImportError:
        sys.exit("SimPy is not there, its ratio stays empty; to have it: apt-get install -y python3-simpy")


for name, simulate in installed():
    began = time.process_time()
    waits = simulate()
    seconds = time.process_time() - began
    print("%s\t%.4f\t%.4f" % (name, 2e-6 * CUSTOMERS / seconds, sum(waits) / len(waits)))
