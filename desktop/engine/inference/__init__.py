"""Models, devices and networks, run by ONNX Runtime. Only a graph whose SHA-256 is in its manifest is run."""
