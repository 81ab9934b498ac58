def start(folder, port):
    return []


def stop():
    pass
